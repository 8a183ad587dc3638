import type { Member, MembersChange, Role } from '@/api/wire';

const rank: Record<Role, number> = { creator: 0, admin: 1, member: 2 };

const name = ({ user }: Member) => user.displayName || user.username;

export function sortMembers(members: Member[]): Member[] {
  return [...members].sort((a, b) => rank[a.role] - rank[b.role] || name(a).localeCompare(name(b)));
}

/** People came, went, or got another role. */
export function withChange(members: Member[], { joined = [], left = [], changed = [] }: MembersChange): Member[] {
  const gone = new Set([...left, ...[...joined, ...changed].map(({ user }) => user.id)]);
  return sortMembers([...members.filter(({ user }) => !gone.has(user.id)), ...joined, ...changed]);
}

/** Who may do what with whom; the server decides, this is only what is offered. */
export const mayManage = (mine: Role | undefined): boolean => mine === 'creator' || mine === 'admin';

export const mayRemove = (mine: Role | undefined, theirs: Role): boolean =>
  mine !== undefined && mayManage(mine) && rank[mine] < rank[theirs];
