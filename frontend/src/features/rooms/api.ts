import { baseApi } from '@/api/base';
import { download } from '@/api/download';
import type {
  Ban,
  Invitation,
  InvitationPreview,
  JoinPolicy,
  Member,
  NotifyLevel,
  Page,
  Role,
  Room,
  RoomView,
  WritePolicy,
} from '@/api/wire';
import { query } from '@/realtime/call';
import type { Rooms } from '@/features/rooms/list';

export interface NewRoom {
  name: string;
  topic?: string;
  joinPolicy: JoinPolicy;
  memberIds: string[];
}

export interface RoomChange {
  id: string;
  name?: string;
  topic?: string;
  image?: string;
  joinPolicy?: JoinPolicy;
  writePolicy?: WritePolicy;
  /** 0 keeps messages for good. */
  retentionDays?: number;
}

const MEMBERS_PAGE = 100;

export const roomsApi = baseApi.injectEndpoints({
  endpoints: (build) => ({
    /**
     * The rooms one is in. Put here by session.open, which tells all of them, and kept up to date by pushes; there is
     * nothing to ask for.
     */
    rooms: build.query<Rooms, void>({ queryFn: () => ({ data: {} }), keepUnusedDataFor: Infinity }),
    members: build.query<Member[], string>({
      query: (roomId) => ({ url: 'room/member', params: { roomId, limit: MEMBERS_PAGE } }),
      transformResponse: (page: Page<Member>) => page.items,
      providesTags: (_, __, roomId) => [{ type: 'Members', id: roomId }],
    }),
    findMembers: build.query<Member[], { roomId: string; q: string }>({
      query: ({ roomId, q }) => ({ url: 'room/member', params: { roomId, q, limit: MEMBERS_PAGE } }),
      transformResponse: (page: Page<Member>) => page.items,
      providesTags: (_, __, { roomId }) => [{ type: 'Members', id: roomId }],
    }),
    discover: build.query<RoomView[], string>({
      query: (q) => ({ url: 'room', params: { discover: true, q } }),
      transformResponse: (page: Page<RoomView>) => page.items,
      providesTags: ['Discover'],
      keepUnusedDataFor: 0,
    }),
    createRoom: build.mutation<Room, NewRoom>({
      queryFn: (room, { extra }) => query(extra, 'room.create', room),
      invalidatesTags: ['Discover'],
    }),
    joinRoom: build.mutation<Room, { roomId: string } | { invitation: string }>({
      queryFn: (ask, { extra }) => query(extra, 'room.join', ask),
      invalidatesTags: ['Discover'],
    }),
    leaveRoom: build.mutation<unknown, string>({
      queryFn: (roomId, { extra }) => query(extra, 'room.leave', { roomId }),
      invalidatesTags: ['Discover'],
    }),
    changeRoom: build.mutation<Room, RoomChange>({
      query: (change) => ({ url: 'room', method: 'PATCH', body: change }),
    }),
    changeNotify: build.mutation<Room, { roomId: string; notifyLevel: NotifyLevel }>({
      query: (body) => ({ url: 'room/notify', method: 'PATCH', body }),
    }),
    bans: build.query<Ban[], string>({
      query: (roomId) => ({ url: 'room/ban', params: { roomId, limit: MEMBERS_PAGE } }),
      transformResponse: (page: Page<Ban>) => page.items,
      providesTags: (_, __, roomId) => [{ type: 'Bans', id: roomId }],
    }),
    ban: build.mutation<Ban, { roomId: string; userId: string; reason?: string }>({
      query: (body) => ({ url: 'room/ban', method: 'POST', body }),
      invalidatesTags: (_, __, { roomId }) => [
        { type: 'Bans', id: roomId },
        { type: 'Members', id: roomId },
      ],
    }),
    liftBan: build.mutation<undefined, { roomId: string; userId: string }>({
      query: (params) => ({ url: 'room/ban', method: 'DELETE', params }),
      invalidatesTags: (_, __, { roomId }) => [{ type: 'Bans', id: roomId }],
    }),
    exportRoom: build.mutation<null, { roomId: string; format: 'html' | 'json' }>({
      queryFn: ({ roomId, format }, store) =>
        download(store, `room/export?id=${roomId}&format=${format}`, `parley-room-${roomId}.${format}`),
    }),
    deleteRoom: build.mutation<undefined, string>({
      query: (id) => ({ url: 'room', method: 'DELETE', params: { id } }),
      invalidatesTags: ['Discover'],
    }),
    addMembers: build.mutation<{ items: Member[] }, { roomId: string; userIds: string[] }>({
      query: (body) => ({ url: 'room/member', method: 'POST', body }),
      invalidatesTags: (_, __, { roomId }) => [{ type: 'Members', id: roomId }],
    }),
    changeRole: build.mutation<Member, { roomId: string; userId: string; role: Exclude<Role, 'creator'> }>({
      query: (body) => ({ url: 'room/member', method: 'PATCH', body }),
      invalidatesTags: (_, __, { roomId }) => [{ type: 'Members', id: roomId }],
    }),
    removeMember: build.mutation<undefined, { roomId: string; userId: string }>({
      query: (params) => ({ url: 'room/member', method: 'DELETE', params }),
      invalidatesTags: (_, __, { roomId }) => [{ type: 'Members', id: roomId }],
    }),
    handOver: build.mutation<Room, { roomId: string; userId: string }>({
      query: (body) => ({ url: 'room/owner', method: 'POST', body }),
      invalidatesTags: (_, __, { roomId }) => [{ type: 'Members', id: roomId }],
    }),
    invitations: build.query<Invitation[], string>({
      query: (roomId) => ({ url: 'room/invitation', params: { roomId } }),
      transformResponse: (page: Page<Invitation>) => page.items,
      providesTags: (_, __, roomId) => [{ type: 'Invitations', id: roomId }],
    }),
    createInvitation: build.mutation<Invitation, { roomId: string; expiresInSeconds?: number; uses?: number }>({
      query: (body) => ({ url: 'room/invitation', method: 'POST', body }),
      invalidatesTags: (_, __, { roomId }) => [{ type: 'Invitations', id: roomId }],
    }),
    revokeInvitation: build.mutation<undefined, { code: string; roomId: string }>({
      query: ({ code }) => ({ url: 'room/invitation', method: 'DELETE', params: { code } }),
      invalidatesTags: (_, __, { roomId }) => [{ type: 'Invitations', id: roomId }],
    }),
    invitationPreview: build.query<InvitationPreview, string>({
      query: (code) => ({ url: 'room/invitation', params: { code } }),
      keepUnusedDataFor: 0,
    }),
  }),
});

export const {
  useMembersQuery,
  useFindMembersQuery,
  useDiscoverQuery,
  useCreateRoomMutation,
  useJoinRoomMutation,
  useLeaveRoomMutation,
  useChangeRoomMutation,
  useChangeNotifyMutation,
  useBansQuery,
  useBanMutation,
  useLiftBanMutation,
  useExportRoomMutation,
  useDeleteRoomMutation,
  useAddMembersMutation,
  useChangeRoleMutation,
  useRemoveMemberMutation,
  useHandOverMutation,
  useInvitationsQuery,
  useCreateInvitationMutation,
  useRevokeInvitationMutation,
  useInvitationPreviewQuery,
} = roomsApi;
