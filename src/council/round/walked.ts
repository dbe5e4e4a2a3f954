/** `已巡`, `巡完了，一切正常`, `打卡`: a round was walked. A find is told in other words and becomes a ticket. */
export const WALKED =
  /^(?:上午|下午|今天)?(?:这趟|第[一二两]趟)?(?:已经?|都)?(?:(?:巡[查逻视]?|转|走)了?(?:一?遍|一?圈|一趟)?(?:完毕?|过|好|结束)?了?|打卡|签到|到岗)(?:[,，。、\s]*(?:一切|都|全部)?(?:正常|没事|平安|无异常|没(?:有)?(?:问题|异常|情况|发现)))*[。.!！~]*$/u;

/** `巡完了，3号楼楼道有纸箱`: walked, and something behind it. */
export const WALKED_AND_MORE = /^(?:已巡|(?:都)?巡[查逻视]?[完过好]了?)[,，。；;\s]+\S{4}/u;
