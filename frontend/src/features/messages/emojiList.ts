import type { Emoji } from '@/features/messages/emoji';

const LIST = `
👍|thumbs up yes ok agree like|赞 好 同意
👎|thumbs down no disagree|踩 不好 反对
❤️|heart love red|爱心 喜欢
😂|joy laugh tears funny|笑哭 好笑
🎉|party tada celebrate congratulations|庆祝 恭喜
🙏|thanks please pray|谢谢 拜托 祈祷
👏|clap applause bravo|鼓掌 棒
🔥|fire hot great|火 厉害
👀|eyes look see|看 围观
✅|check done yes|完成 对勾 是
❌|cross no wrong|错 叉 否
💯|hundred perfect score|满分 一百
🚀|rocket launch ship fast|火箭 发布
🤔|thinking hmm wonder|思考 想想
😀|grin smile happy|开心 笑
😃|smiley happy open|高兴 笑
😄|smile happy eyes|微笑 开心
😁|beam grin teeth|露齿笑
😅|sweat phew relief laugh|尴尬 汗
🤣|rofl rolling laugh floor|打滚 大笑
😊|blush smile shy|害羞 微笑
😇|angel innocent halo|天使 无辜
🙂|slight smile|浅笑
🙃|upside down silly|倒脸 反话
😉|wink|眨眼
😍|heart eyes love adore|花痴 爱
😘|kiss|亲亲 飞吻
😋|yum tasty delicious|好吃 美味
😎|cool sunglasses|酷 墨镜
🤩|star struck wow|惊艳 星星眼
🥳|partying celebrate birthday|派对 生日
😏|smirk|得意 坏笑
😐|neutral meh|面无表情
😑|expressionless|无语
😶|speechless silent|沉默
🙄|eye roll|翻白眼
😬|grimace awkward|尴尬 咧嘴
😌|relieved calm|放松 安心
😴|sleeping tired zzz|睡觉 困
🤒|sick ill fever|生病 发烧
🤯|mind blown explode|震惊 脑洞
🥺|pleading puppy eyes|可怜 恳求
😢|cry sad tear|哭 难过
😭|sob crying loud|大哭 伤心
😤|huff triumph steam|哼 生气
😠|angry|生气 愤怒
😡|rage furious angry|暴怒
🤬|swear curse|骂人
😱|scream shock fear|尖叫 惊恐
😨|fearful afraid|害怕
😳|flushed embarrassed|脸红 惊讶
🥵|hot heat|热 中暑
🥶|cold freezing|冷 冻
🤗|hug|拥抱
🤭|giggle oops|偷笑
🤫|shush quiet secret|嘘 安静
🫡|salute yes sir|敬礼 收到
🤝|handshake deal agree|握手 合作
👌|ok perfect fine|好的 没问题
✌️|victory peace|胜利 耶
🤞|fingers crossed luck|祈祷好运
🤘|rock metal|摇滚
👋|wave hello bye hi|挥手 你好 再见
💪|muscle strong|加油 强
🙌|raised hands hooray|万岁 举手
🤷|shrug dunno|耸肩 不知道
🤦|facepalm|捂脸 无奈
👉|point right|指右
👆|point up this|指上
💔|broken heart|心碎
🧡|orange heart|橙心
💛|yellow heart|黄心
💚|green heart|绿心
💙|blue heart|蓝心
💜|purple heart|紫心
🖤|black heart|黑心
✨|sparkles new shiny|闪亮 新
⭐|star favourite|星星
🌟|glowing star|闪星
⚡|zap lightning fast|闪电 快
💡|idea bulb light|主意 灯泡
📌|pin pushpin|图钉 置顶
📎|paperclip attach|回形针 附件
📅|calendar date|日历 日期
⏰|alarm clock time|闹钟 时间
⏳|hourglass wait|沙漏 等待
🐛|bug caterpillar|虫子 缺陷
🔧|wrench fix tool|扳手 修复
🔒|lock private secure|锁 安全
🔔|bell notify|铃 通知
⚠️|warning careful|警告 注意
❓|question what|问号 疑问
❗|exclamation important|感叹号 重要
➕|plus add one|加 加一
➖|minus remove|减
♻️|recycle again|回收 再次
🎯|target goal bullseye|目标 命中
🏆|trophy win champion|奖杯 冠军
🥇|gold medal first|金牌 第一
🎁|gift present|礼物
🎂|cake birthday|蛋糕 生日
🍰|cake slice|蛋糕
☕|coffee tea break|咖啡 休息
🍺|beer|啤酒
🍻|cheers beers|干杯
🥂|toast cheers champagne|碰杯 庆祝
🍕|pizza|披萨
🍜|noodles ramen|面条
🍎|apple fruit|苹果
🌹|rose flower|玫瑰 花
🌻|sunflower flower|向日葵
🌱|seedling plant grow|幼苗 成长
🌈|rainbow|彩虹
☀️|sun sunny weather|太阳 晴
🌧️|rain weather|雨
❄️|snow snowflake cold|雪
🌙|moon night|月亮 晚安
🐶|dog puppy|狗
🐱|cat kitten|猫
🐼|panda|熊猫
🦊|fox|狐狸
🐧|penguin|企鹅
🦄|unicorn|独角兽
🐢|turtle slow|乌龟 慢
🚗|car drive|汽车
✈️|airplane travel flight|飞机 旅行
🏠|home house|家 房子
🏖️|beach holiday vacation|海滩 度假
💻|laptop computer code|电脑
📱|phone mobile|手机
🎵|music note song|音乐
🎮|game controller play|游戏
⚽|football soccer|足球
🏀|basketball|篮球
💰|money bag|钱
💤|sleep zzz|睡 困
👻|ghost boo|鬼
💀|skull dead|骷髅 笑死
🤖|robot bot|机器人
💩|poop|便便
`;

export const EMOJI: readonly Emoji[] = LIST.trim()
  .split('\n')
  .map((line) => {
    const [emoji = '', en = '', zh = ''] = line.split('|');
    return { emoji, en, zh };
  });
