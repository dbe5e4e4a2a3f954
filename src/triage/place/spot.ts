/** A place that is not an address, and whose it is: of everybody, of one building, or no more than a storey. */
export type Spot = { readonly text: string; readonly within: "estate" | "building" | "storey" };

const LONGEST = 10;
const FLOOR = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[层楼]";
const SIDE = "[东南西北前后]{1,2}[侧边面区]?";

/** Places of one building. */
const INDOORS =
  "楼道|楼梯间|楼梯口|楼梯|电梯口|电梯间|电梯机房|电梯|单元门口|单元门(?!禁)|楼门口|楼门|门厅|大厅|楼顶|屋顶|顶楼天台|顶楼|天台|地下室|过道|走廊|走道|水表间|管道井|底商|架空层";

/** Places of the whole estate and around it, the longer name first. */
const OUTDOORS =
  "负[一二三123]层|小区大门口|小区大门|小区门口|院门口|院门|院墙|大门口|大门|小门|正门|侧门|后门|门岗|岗亭|门卫室|门卫|保安室|传达室|物业办公室|物业服务中心|社区服务中心|党群服务中心|社区服务站|便民服务点|" +
  "小广场|中心广场|广场|小花园|中心花园|花园|公园|地下车库入口|地下车库出口|地下车库|地面停车场|停车场|停车位|车棚|车库|地库|充电棚|充电桩|" +
  "健身区|健身器材区|健身器材|凉亭|亭子|篮球场|羽毛球场|球场|儿童游乐区|儿童乐园|游乐场|滑梯|沙坑|垃圾站|垃圾房|垃圾点|垃圾桶|水泵房|泵房|配电室|配电房|变压器|换热站|锅炉房|" +
  "活动室|活动中心|服务站|阅览室|老年食堂|社区食堂|食堂|快递柜|快递架|驿站|公告栏|宣传栏|晾衣区|晾晒区|" +
  "围墙|绿化带|草坪|花坛|人工湖|喷泉|水池|池塘|湖边|河边|水沟|河道|桥头|桥上|十字路口|路口|公交站(?!牌)|幼儿园|小学|中学|学校|菜市场|超市|后巷|巷口|巷子|胡同|消防通道|主路|马路|人行道|盲道|台阶|坡道|空地";

const GATE = "[东南西北]{1,2}(?:大|小|侧)?门(?:岗)?";
const CORNER = "(?:拐角|入口|出口|拐弯处)?";

const INSIDE = new RegExp(`(?:${FLOOR})?(?:${SIDE})?(?:${INDOORS})${CORNER}|${FLOOR}拐角`, "u");
const OUTSIDE = new RegExp(`${GATE}(?:外|内)?(?:${OUTDOORS})${CORNER}|${GATE}|(?:${SIDE})?(?:${OUTDOORS})${CORNER}`, "u");
const AT_GATE = new RegExp(GATE, "u");
const STOREY = new RegExp(
  `(?<![号0-9负])(?:[0-9]{1,2}[-~到至])?${FLOOR}(?![0-9]|\\s*[0-9]{1,2}\\s*[室号户]|[东西]?户|号|[零〇一二三四五六七八九]{3})`,
  "u",
);

/** The place that a normalised text names in its own words, at most ten characters; undefined when it names none. An outdoor place wins: indoors is often only the view from there. */
export function spotIn(text: string): Spot | undefined {
  const outside = OUTSIDE.exec(text)?.[0];
  const inside = INSIDE.exec(text)?.[0];
  if (outside !== undefined && (inside === undefined || inside.length <= outside.length || AT_GATE.test(outside)))
    return { text: outside.slice(0, LONGEST), within: "estate" };
  if (inside !== undefined) return { text: inside.slice(0, LONGEST), within: "building" };

  const storey = STOREY.exec(text)?.[0];
  return storey === undefined ? undefined : { text: storey, within: "storey" };
}
