import type { Line } from "../../channel/sandbox/sandbox-stage.ts";

/** What neighbours chat about; none of it is the community's business. */
const CHATTER = [
  "早上好",
  "今天菜市场的鱼真新鲜",
  "哈哈哈",
  "谁家孩子的作业写完了",
  "晚上一起跳广场舞吗",
  "周末天气不错，出去走走",
  "昨天那集电视剧太好看了",
  "收到，谢谢",
  "生日快乐",
  "这个视频笑死我了",
  "中午吃面条",
  "路上堵车，晚点到",
  "恭喜恭喜",
  "小区花开了，真漂亮",
  "有人要拼单买苹果吗",
  "我刚跑完步回来",
];
const MATTERS = ["楼道灯坏了", "水管爆了，水漫到楼道里了", "电梯坏了", "门禁坏了刷不开", "垃圾好几天没人清，臭得不行"];

/** How many neighbours talk. Raw Wechaty asks the gateway for every member of a room anew as somebody enters; with hundreds it never comes to the messages. */
export const PEOPLE = 60;

/** Line `index` of a busy day: every twentieth is a matter for somebody to answer for, the others are chatter. */
export function lineOf(index: number, room: string): Line {
  const building = (index % 6) + 1;
  const who = `${building}-${(index % 3) + 1}-${101 + (index % PEOPLE)} 居民`;
  const matter = MATTERS[Math.floor(index / 20) % MATTERS.length] ?? "";
  const text =
    index % 20 === 0
      ? `${building}号楼${(index % 3) + 1}单元${(index % 17) + 1}层${matter}`
      : `${CHATTER[index % CHATTER.length]}`;
  return { who, room, text, id: `b${index}` };
}
