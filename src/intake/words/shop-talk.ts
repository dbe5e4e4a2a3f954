/** What colleagues do besides: words about it order nothing about a resident's matter, whatever they sound like. */
const OFFICE =
  /会[开议场]|开[完了]?会|例会|培训|表格|报表|[填交]表|表[做填没被]|台账|排班|值班|ppt|材料|资料|照片[转发打传交]|系统|考试|疫苗|请假|休假|调休|出差|案子|工资|打印|电脑|公众号|公告|横幅/i;

/** How work on anything is spoken of. */
const GENERAL =
  /已经?|现在|刚才?|今[天早晚]|昨[天晚]|[上下]午|早上|我们?|他们|人家|给|帮|把|这个|那个|那边|这边|师傅|物业|保洁|电工|[都全也就又再]|[修弄换清理运通装补贴锯剪拖挪搬焊填盖接关拆拉扫刷冲办搞]|地面?|疏通|安装|更换|处理|解决|搞定|恢复|正常|干净|安全|没事|没问题|[好完妥掉走上了啦的哈啊吧嘛]|能用|亮|灭|收到|好的|马上|派人?|来人|安排|去|来|[\s，,。.！!~～]/gu;
const WORK = /派|来人|[修弄换清通装补贴锯剪拖挪搬焊填盖接关拆拉扫刷办搞亮灭]|疏通|处理|解决|恢复|好了|来[水电气]|干净|安全|没事/u;

/** Whether words of staff that name no ticket are about something in the office, of which the matter's own words say nothing. */
export function isShopTalk(text: string, matter: string): boolean {
  const [word] = OFFICE.exec(text) ?? [];
  return word !== undefined && !matter.includes(word.slice(0, 2));
}

/** Whether a result that names no ticket may be this matter's: it tells of work, and names nothing, or something of it. `疫苗打完了` is no lamp's. */
export function mayBeResultOf(text: string, matter: string): boolean {
  const things = text.replace(GENERAL, " ").trim();
  if (!WORK.test(text)) return false;
  return things.length < 2 || [...things].some((char) => /\p{Script=Han}/u.test(char) && matter.includes(char));
}
