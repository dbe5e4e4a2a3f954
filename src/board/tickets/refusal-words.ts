import type { Refusal } from "../../tickets/deciding/refuse.ts";

/** Why an order was refused, for whoever gave it on a page. */
export const REFUSAL_WORDS: Readonly<Record<Refusal["refused"], string>> = {
  notYours: "这一步不归您来办。",
  notNow: "这件事现在用不上这一步，可能刚刚有人办过了。",
  needsReason: "请写上原因，居民会看到。",
  needsDays: "请写延几个工作日（1 到 30 天）和原因。",
  notLater: "现在的期限比您写的还晚，不用延期。",
  needsResult: "请写一句办理结果。",
  needsTerms: "请写上协议的内容：双方各做什么、什么时候做到。",
  needsTime: "请选今后的日期和时间。",
  needsNumber: "请写上要并到哪一件（还在办的）。",
  needsKind: "请选改成哪一类。",
  unknownPerson: "没找到这个人，请再选一次；对方不能是反映的人自己。",
  unknownUnit: "请选一个单位。",
  unitsDuty: "这类事在单位的职责清单里，不能改由社区牵头，请选单位。",
  ruledAlready: "书记已经裁定，请按裁定接单；有困难请直接和书记商量。",
  claimedAlready: "刚刚已有热心人认领了，谢谢您的心意。",
  staysPrivate: "这是私下办的事，不能转到别人看得见的地方；要办的事请另立一件。",
  hasName: "公开的话里不能有姓名、门牌和电话，请改一改。",
  tooLate: "已经过了能撤回的时间。",
};
