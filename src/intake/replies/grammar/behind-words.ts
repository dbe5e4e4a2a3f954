import { DAYS_FIRST, MOMENT } from "./fields.ts";

/** A name behind 转, 吹哨 and the like, and nothing that only looks like one. */
export const NAME =
  "(?![弯移发身眼账帐钱让载入出口角告达换折圈悠正业学院机卖租运变晴阴手需述向接介化动群来去回不没一了过给到至下上在是有里都还什怎收书]|(?:交给|派给|派到)|[我你您他她它咱大各谁哪]|(?:朋友|业主群|群))[\\p{Script=Han}A-Za-z]{2,10}(?:[，,。\\s]|$)";
export const PLACE_UP = "(?:到|给|至)?(?:社区|街道|居委|上级|领导|镇|区里|区级|书记|处理)";
export const UNTIL = `(?:到|至)|(?:时间)?(?:是|在|定在|定为)?${MOMENT}`;
export const DAYS_ENDED = `${DAYS_FIRST}(?:的?时间|左右)?[吧了啊哈]*(?:$|[，,。；;\\s]|等|因为)`;
export const WHO = "(?:业主|居民|住户|报修人|报事人|反映人|本人|对方|他|她|他们|家属|当事人)";
export const TASK =
  "[\\p{Script=Han}]{2,10}?(?:去|来|那边)?(?:办理?|处理|跟进|负责|看看|看一下|解决|接手)(?:一下|吧|了)?(?:[，,。\\s]|$)";
