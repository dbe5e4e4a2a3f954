// What belongs to a person and not to a matter: numbers, and a surname with a form of address.
const D = "[0-9０-９]";
const GAP = "[\\s\\-－—‐.·]?";

/** Eighteen characters with a birthday inside, or the old fifteen digits. */
export const ID_NUMBER = new RegExp(`(?<!${D})(?:${D}${GAP}){17}[0-9０-９xXＸｘ](?!${D})|(?<!${D})${D}{15}(?!${D})`, "gu");
export const MOBILE = new RegExp(`(?<!${D})(?:[+＋]?(?:86|８６)${GAP})?[1１]${GAP}[3-9３-９](?:${GAP}${D}){9}(?!${D})`, "gu");
export const LANDLINE = new RegExp(
  `(?<!${D})(?:[0０]${D}{2,3}${GAP})${D}{3,4}${GAP}${D}{4}(?!${D})|(?<!${D})(?:400|800)${GAP}${D}{3}${GAP}${D}{4}(?!${D})`,
  "gu",
);
/** A bank card or another long number. */
export const LONG_NUMBER = new RegExp(`(?<!${D})${D}(?:[\\s-]?${D}){11,}(?!${D})`, "gu");
export const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][\s·.•]?[a-zA-ZＡ-Ｚ][\s·.•-]?[a-zA-Z0-9０-９Ａ-Ｚ]{4,5}[a-zA-Z0-9０-９Ａ-Ｚ挂学警港澳]/gu;
export const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
export const WECHAT_ID = /(?<=(?:微信|vx|wx|v信|qq)号?[:：\s]{0,2})[a-z0-9_-]{5,20}/giu;

/** `李女士`, `王大爷`, `张阿姨`: a surname before a form of address. */
const SURNAME =
  "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗方俞任袁柳鲍史唐费廉岑薛雷贺倪汤殷罗毕郝安常乐于傅齐康伍余元顾孟黄穆萧尹姚邵汪祁毛狄米戴宋庞熊纪舒屈项祝董梁杜阮蓝闵贾江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房解应宗丁宣邓洪包左石崔龚程邢裴陆翁荀甄曲封储靳段焦谷车侯班仇甘武符刘景龙叶幸司黎薄印白怀蒲邰鄂索赖卓蔺屠蒙池乔闻党翟谭贡姬申扶冉宰雍桑桂牛寿边尚农温庄晏柴瞿阎连习容向古易廖终居衡步都耿满匡国文东欧沃利越师巩聂晁敖融冷辛阚那简饶曾沙养鞠丰关相查后荆红游权盖益桓公岳帅肖仝";
export const TITLED = new RegExp(
  `(?<![\\p{Script=Han}])[${SURNAME}](?:先生|女士|小姐|大爷|大妈|大叔|大娘|阿姨|奶奶|爷爷|老师|师傅|警官|医生|大夫|主任|书记|经理|队长|大哥|大姐|哥|姐|某某|某)|[${SURNAME}](?:女士|先生|某某)`,
  "gu",
);

/** The name in a speaker's alias, without address and form of address: `张小兰` of `3-2-501 张小兰`; undefined when there is none. */
export function nameIn(alias: string): string | undefined {
  const [name] = alias.match(/(?<!\p{Script=Han})\p{Script=Han}{2,4}$/u) ?? [];
  return name === undefined || /[楼栋幢座室户号层]|单元|小区|业主|家$|女士$|先生$|妈妈?$|爸爸?$/u.test(name) ? undefined : name;
}
