/** The surnames of nine in ten people; a list without any mark must show names to be taken for a chain. */
const SURNAME =
  /^(?:欧阳|上官|司马|诸葛|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝晋])/u;
/** How neighbours call one another. */
const CALLED =
  /(?:女士|先生|小姐|阿姨|叔叔?|伯伯?|大爷|大妈|大娘|奶奶|爷爷|婆婆?|老师|师傅|医生|[姐哥嫂妈爸婶姨]|主任|书记|经理|同志|妈妈|爸爸)$|^[老小大阿][\p{Script=Han}]$/u;

/** `张三`, `欧阳小红`, `李女士`, `老王`, `王姐`. */
export function isNameLike(text: string): boolean {
  const han = /^[\p{Script=Han}·]{2,5}$/u;
  if (!han.test(text)) return false;
  if (CALLED.test(text)) return true;
  return SURNAME.test(text) && text.length <= (/^(?:欧阳|上官|司马|诸葛)/.test(text) ? 4 : 3);
}
