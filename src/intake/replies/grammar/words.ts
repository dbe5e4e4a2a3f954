import { DAYS_ENDED, NAME, PLACE_UP, TASK, UNTIL, WHO } from "./behind-words.ts";
import { DAYS_FIRST, MOMENT } from "./fields.ts";
import { MEDIATORS_WORDS } from "./mediators-words.ts";
import { RESIDENTS_WORDS } from "./residents-words.ts";
import type { Rule } from "./rule.ts";

/** The words of everybody who works on tickets, the more special before the more general (DESIGN: Ticket numbers and replies). */
const STAFF_WORDS: readonly Rule[] = [
  {
    verb: "undo",
    words: "撤[回销消](?:我?(?:上|刚)(?:一?条|才|一步|一个)?(?:那|的|操作|发的|说的)*(?:条|个|句|操作|回复|消息)?)",
    whole: true,
  },
  {
    verb: "undo",
    words:
      "刚才?(?:那条|那个|的)?(?:我)?(?:发错|说错|弄错|点错|写错|打错|报错|回错)了?|刚才(?:那条|那个|那句|的)(?:撤回|不算|作废)",
    whole: true,
  },
  { verb: "undo", words: "上一?(?:条|个|句)(?:发错|说错|弄错|写错)了?|上一?(?:条|个|句)(?:撤回|不算|作废|取消)", whole: true },
  { verb: "undo", words: "发错了|说错了|搞错了|弄错了|按错了|点错了|回错了|发错群了", plain: false, whole: true },
  { verb: "refer", words: "转介(?!绍)|转界", glued: `(?:到|给|至|去)|${NAME}` },
  { verb: "object", words: "异议|有异议|提出异议|提异议|有意见要?提|职责不符" },
  {
    verb: "object",
    words:
      "不(?:是|属于|归)(?:我们?|本|咱们?)(?:单位|公司|物业|部门|所|局|站)?的?(?:职责|责任|工作|业务)(?:范围)?(?:内|的)?|不在我们?的?职责(?:范围)?内?",
  },
  { verb: "object", words: "不[归属是](?:于)?(?:我们?|本|咱们?)(?:单位|公司|物业|部门|局)(?:管|负责|的)?" },
  {
    verb: "refer",
    words:
      "不(?:归|属于|是)(?:我们?|咱们?)?社区(?:管|负责|职责|管辖|范围)?的?|不在社区(?:职责|管辖)?范围内?|请?(?:自行|直接)联系(?=[^，,]{2,})",
  },
  { verb: "refer", words: "不归(?:我们?|咱们?|这边|网格)管?(?:的|这个)?", plain: false },
  {
    verb: "split",
    words:
      "拆分(?:成|为)?|差分|拆开(?:成|办|立)?|分开(?:立案|办理?|登记|算)|不是(?:同)?一(?:回|件|码|个)事情?|分成(?:两|二|三)(?:件|个|单)|另立一?(?:单|案|件)|单独立案",
    glued: "[两二三2-9一]\\s*(?:件|个工单|个事|单|起|条|案)|立",
  },
  { verb: "reclassify", words: "改类别?|改分类|改类型|改雷|重新分类|更改类型", glued: "[成为到]" },
  { verb: "reclassify", words: "改成|改为|归为|归类为?|归到|类型改?[为成是]?|分类改?[为成是]?", glued: ".", needs: "kind" },
  {
    verb: "reclassify",
    words:
      "应该(?:是|算|属于)|其实是|属于|这?算是?|这是|这个?(?:应该)?是|不是(?:诉求|纠纷|矛盾|心愿|隐患|咨询|建议|议题|投诉)[，, ]*(?:而)?是",
    plain: false,
    glued: ".",
    needs: "kind",
  },
  { verb: "dismiss", words: "不是(?![吧啊呀哦嘛])", whole: true },
  {
    verb: "dismiss",
    words:
      "不立案|不用立案|无需立案|不予立案|不用立|不用办(?!了|啦)|不用理|不算|不是(?:诉求|工单|问题|事|报事|投诉|事儿)|误报|误判|忽略",
  },
  { verb: "dismiss", words: "只是(?:聊天|闲聊)|闲聊|不用管|聊天的?", plain: false, whole: true },
  { verb: "exclude", words: "排除|不(?:计入|纳入|算进?|进)(?:统计|考核|总数)|剔除(?:统计)?|不计入" },
  { verb: "include", words: "恢复(?:统计|计入|考核)|重新(?:计入|纳入)(?:统计|考核)?|(?:计入|纳入)统计" },
  { verb: "rule", words: "裁定(?:由|归|给|为)?|裁订|裁决(?:由|归|给)?|指定(?:由|给)?", glued: TASK },
  { verb: "urge", words: "督办|都办|督班|读办|重点督办|催办|督促(?:办理)?" },
  { verb: "urge", words: "催一?下|催一催|催催|盯[一]?下|盯紧", plain: false, whole: true },
  { verb: "pass", words: "(?:复查|覆查|复核|验收|整改|检查)(?:合格|通过|没问题|过关|达标)|整改到位|整改完成" },
  {
    verb: "fault",
    words:
      "(?:复查|覆查|复核|验收|整改|检查)(?:还)?(?:不合格|不通过|没有?通过|未通过|不达标|没过|不到位|不过关)|没有?整改好?|未整改好?|没整改到位|未整改到位",
  },
  { verb: "notice", words: "(?:下发|下达|发|开|出具)?(?:了)?整改通知书?|限期整改|责令整改", glued: `(?:给|到)?${NAME}` },
  {
    verb: "agenda",
    words:
      "(?:列入|列为|纳入|提交|作为|加入|上)(?:下次|本月|居民)?(?:议题|议事会|议事|议事协商|议程)|交(?:给)?议事会|议事会(?:上)?(?:讨论|商量)",
    glued: "讨论|商量|研究",
  },
  { verb: "await", words: `待(?:居民|业主|住户)?补充(?:材料|信息)?|等(?:待)?${WHO}?(?:回复|补充|答复|确认)(?:材料|信息|一下)?` },
  { verb: "await", words: `等(?:待)?${WHO}`, plain: false, glued: ".", needs: "text" },
  {
    verb: "secure",
    words:
      "排险|(?:险情|隐患|危险|风险|警情)(?:已经?)?(?:排除|解除|消除|控制住?)|(?:排除|解除)(?:险情|隐患|危险)|现场(?:已经?)?安全|已经?安全|警报解除|消除隐患",
  },
  { verb: "secure", words: "安全了|没有?危险了", plain: false, whole: true },
  {
    verb: "explain",
    words:
      "说明(?:情况|原因)?|解释|(?:目前|暂时|现在|短期|短期内)(?:还)?(?:无法|没法|没办法|不能|没有?条件)(?:办理?|解决|处理|修)|(?:目前|暂时|现在|短期内?)(?:还)?(?:解决|办|处理|修)不了",
  },
  { verb: "explain", words: "(?:无法|没法|没办法)(?:办理?|解决|处理)|(?:解决|办理?|处理)不了", plain: false },
  {
    verb: "suspend",
    words: "挂起|挂其|挂气|暂缓(?:办理)?|搁置|先放一?放|先放着|先搁一?搁|先缓一?缓|放一放|先挂着|暂停办理",
    glued: UNTIL,
  },
  { verb: "suspend", words: "暂停|先等等|缓一缓", plain: false, glued: `(?:到|至)${MOMENT}` },
  {
    verb: "resume",
    words: "恢复(?:办理|处理|推进)?|重新(?:启动|办理|开始办)|继续(?:办理?|处理|推进)|重启|接着办|取消挂起|解除挂起",
  },
  {
    verb: "extend",
    words: "延期|延迟|延长|宽限|展期|推迟|严期|研期|延其|再?宽限",
    glued: `(?:个|到|至|了|大概|再)?${DAYS_FIRST}|(?:到|至)`,
  },
  {
    verb: "extend",
    words: "再给(?:我们?)?(?:个)?|要晚|会晚|得晚|晚|多要|再要|还要|还得|还需要?|需要|再等|多给(?:我们?)?|拖|缓|再缓|延|延到|得",
    plain: false,
    glued: DAYS_ENDED,
    needs: "days",
  },
  {
    verb: "escalate",
    words: "升级(?:处理)?|生级|声级|上报|往上报|报(?:给)?(?:社区|街道)|请社区(?:协调|出面)|请街道(?:协调|出面)",
    glued: PLACE_UP,
  },
  { verb: "whistle", words: "吹[哨少捎稍](?:给|叫|找)?|(?:给|向)(?=[\\p{Script=Han}]{2,8}吹哨)", glued: NAME },
  { verb: "whistle", words: "呼叫|呼唤", glued: NAME, needs: "text" },
  {
    verb: "whistle",
    words: "[请叫喊](?=[^我你大各谁]{2,10}?(?:来一[下趟]|到场|到现场|来现场|支援|配合一?下))",
    plain: false,
    glued: ".",
  },
  { verb: "start", words: "(?:会商|协商|商量|碰头会?)(?:已经?)?(?:好|完|定|过|结束)了|会商(?:的)?(?:结果|结论|意见)(?:是|为)?" },
  { verb: "consult", words: "会商|汇商|会伤|召集会商|召开会商|开会商量|开个会商量(?:一下)?|开个?碰头会", glued: UNTIL },
  { verb: "consult", words: "碰个?头|碰一下头|碰碰头|商量一下|坐下来谈|开个会", plain: false, glued: `${MOMENT}` },
  {
    verb: "transfer",
    words: "转交(?:给|到)?|转派(?:给|到)?|转[给至到]|改派(?:给)?|移交(?:给|到)?|派给|派单给|分派给|交给|交由|转送",
    glued: NAME,
    needs: "text",
  },
  { verb: "transfer", words: "转", glued: NAME, needs: "text" },
  { verb: "transfer", words: "让|由|派|叫|归", plain: false, glued: TASK, needs: "number" },
  { verb: "transfer", words: "给", plain: false, glued: NAME, needs: "number" },
  { verb: "reject", words: "退回(?![去来给到])(?:去)?|退单|打回|驳回|不予受理|不受理|不予办理" },
  { verb: "reject", words: "推回|退会", plain: false },
  { verb: "release", words: "放弃(?:认领)?|认领不了|退出认领|取消认领|不认领|撤销认领|退掉认领|不能认领", whole: true },
  { verb: "release", words: "放弃认领|退出认领|取消认领|认领不了了?" },
  {
    verb: "claim",
    words: "认领(?:了)?(?:这个|该|这件)?(?:心愿|微心愿|任务)?|认岭|任领|来认领|这个(?:心愿|任务)?(?:我们?)?(?:来)?认领",
  },
  {
    verb: "accept",
    words:
      "报到|我们接了|我们接单|我们来办|马上派人|已经?派人(?:了|过去|去了|前往)*|派人(?:过去|去|前往)了?|安排人(?:过去|去|前往)?了?",
  },
  { verb: "accept", words: "报道|到岗", plain: false, whole: true },
  {
    verb: "contact",
    words: `已经?(?:电话|打电话)?联系(?:上|过|好|到)?了?${WHO}?|联系(?:上|好|到|过)了?${WHO}?|已经?对接(?:上|好|过)?了?|和${WHO}联系上了?`,
  },
  {
    verb: "confirm",
    words:
      "收到[，,、 ]*(?:正)?在办|收到[，,、 ]*(?:马上|这就|立即|现在)(?:去|来)?(?:办|处理|安排)|确认|却认|确任|立案|力案|受理|接单",
  },
  {
    verb: "confirm",
    words: "我?来(?:办|处理|跟进|负责)|我(?:去办|负责|跟进)|(?:这个|这件|这单|这事)(?:归我|我来?(?:接|办|管|跟|处理|负责))",
    whole: true,
  },
  {
    verb: "confirm",
    words:
      "收到|好的|好(?!了)|好嘞|知道了|明白|ok|OK|马上(?:去|到|办|过去|处理|来)|这就(?:去|办|来)|我?去(?:看看|看一下|办|处理)|我?接了|我来|交给我|我的活|在(?:路上|去的路上)",
    plain: false,
    whole: true,
  },
  { verb: "arrive", words: "到场|倒场|到现场|抵达现场|到达现场|在现场|人?已经?到现场", glued: "了[，, ]?" },
  { verb: "arrive", words: "到了|我到了|到厂|赶到了?|抵达|人到了", plain: false, whole: true },
  {
    verb: "start",
    words:
      "正在(?:办理?|处理|抢修|维修|办着)|处[理里]中|在处理|办理中|在办|开始(?:办理?|处理)|着手(?:办理?|处理)|在?维修中|抢修中",
  },
  { verb: "start", words: "正在(?:修|弄|搞)|在修|在弄|开工|开始修|开始弄|处理着", plain: false },
  { verb: "finish", words: "办[结节接]|半结|办理完毕|完结|结案|可以(?:办结|结案)|答复|回复居民" },
  {
    verb: "finish",
    words:
      "(?:修|弄|办|处理|换|搞|整|装|清理|疏通|解决|安装|维修|打扫|修复|收拾|补|协调)(?:好|完毕|完|妥当|妥|干净)|搞定|解决|疏通|修复|完工|完成|换上|修通|清运|处理(?=了)|恢复正常|通水|办妥|办毕|办成|半截",
    plain: false,
  },
  { verb: "finish", words: "好了|弄通了|亮了|通了|来水了|来电了|恢复了", plain: false, whole: true, needs: "number" },
  { verb: "note", words: "备注(?:一下)?|被注|备住|记一下|记录一下|记一笔|备忘|加个备注|补个备注|写个备注|标注(?:一下)?|注明" },
  { verb: "offer", words: "资源(?:登记|上报)?|登记资源|提供资源|可(?:以)?提供资源|报资源" },
  { verb: "offer", words: "(?:可以|能|能够)(?:提供|出|支援|支持|借)(?=[^吗？?]{2,}$)", plain: false, glued: "." },
  { verb: "code", words: "绑定码|验证码" },
  { verb: "board", words: "(?:打开|进入?|登录|看)?看板(?:链接|地址|登录)?", whole: true },
  { verb: "bind", words: "绑定", glued: "\\d" },
];

export const RULES: readonly Rule[] = [...MEDIATORS_WORDS, ...STAFF_WORDS, ...RESIDENTS_WORDS];
