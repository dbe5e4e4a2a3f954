/** What comes late or breaks and is nobody's in the community: parcels, meals, buses; one's own things; places where others are in charge. */
const COMMERCE =
  /(?:快递|外卖|公交|网约车|滴滴|出租车?|地铁|高铁|打车)(?:员|小哥|师傅|车)?[^，。]{0,4}(?:没|不(?!让|能进|准)|迟|晚点|送错|丢|延误|超时|半天|慢)/u;
const ELSEWHERE =
  /(?<=^|[我们咱俺他她的公婆，,。\s])(?:公司|单位(?!都|里来|的人))|厂里|办公室|写字楼|老家|娘家|婆家|婆婆家|丈母娘家|酒店|宾馆|商场|服务区|出差/u;
const OWN_THINGS =
  /^(?:我的?|我家的?|老公的?|娃的?|孩子的?)?(?:手机|电脑|平板|充电器|充电宝|耳机|眼镜|羽绒服|鞋|拉链)[^，。]{0,6}(?:坏|没电|死机|卡|丢|断|开胶|黑屏)/u;
/** Words of the place where we live. */
const OURS =
  /小区|社区|物业|保安|保洁|网格|居委|书记|楼[上下道里梯]|单元|\d\s*(?:号楼|栋|幢|单元)|号楼|院[子里内]|大门|[东西南北]门|门口|门禁|电梯口|车棚|车库|地库|快递[柜站架点]|驿站|公交站|站台|我们(?:楼|这|院|栋)|咱[这楼院]|整栋|好几家|家家/u;
const LONGEST = 30;

/** Whether a short message grumbles about what is one's own, a shop's or another place's: `快递又没来`, `我们公司电梯坏了`. */
export function isElsewhere(text: string): boolean {
  if (text.length > LONGEST || OURS.test(text)) return false;
  return COMMERCE.test(text) || ELSEWHERE.test(text) || OWN_THINGS.test(text);
}
