/** What every user is told before anything is entered. */
export const NOT_SECRET: readonly string[] = [
  '本程序不是涉密系统，请勿录入国家秘密。',
  '标有秘密、机密、绝密的文件请在涉密计算机上办理；工作秘密和个人信息按本单位的规定处理，公开前先做保密审查。',
]
