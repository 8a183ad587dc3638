import { lazy } from 'react';
import { Navigate, Route, Routes, useLocation, useParams } from 'react-router';
import { Home } from '@/app/Home';
import { nextPage } from '@/app/nextPage';
import { NotFound } from '@/app/NotFound';
import { RoomRoute } from '@/app/RoomRoute';
import { Shell } from '@/app/Shell';
import { useShell } from '@/app/shellContext';

const DiscoverPage = lazy(async () => ({
  default: (await import('@/features/rooms/components/DiscoverPage')).DiscoverPage,
}));
const InvitePage = lazy(async () => ({ default: (await import('@/features/rooms/components/InvitePage')).InvitePage }));
const FriendsPage = lazy(async () => ({
  default: (await import('@/features/people/components/FriendsPage')).FriendsPage,
}));
const ProfilePage = lazy(async () => ({
  default: (await import('@/features/people/components/ProfilePage')).ProfilePage,
}));
const SearchRoute = lazy(() => import('@/app/SearchRoute'));
const SettingsRoute = lazy(() => import('@/app/SettingsRoute'));

export default function SignedInRoutes({ myId }: { myId: string }) {
  return (
    <Routes>
      <Route element={<Shell myId={myId} />}>
        <Route index element={<Home />} />
        <Route path="/rooms/:roomId/:panel?" element={<RoomRoute myId={myId} />} />
        <Route path="/friends" element={<FriendsPage tab="all" myId={myId} />} />
        <Route path="/friends/requests" element={<FriendsPage tab="requests" myId={myId} />} />
        <Route path="/friends/find" element={<FriendsPage tab="find" myId={myId} />} />
        <Route path="/people/:userId" element={<Profile myId={myId} />} />
        <Route path="/search" element={<SearchRoute myId={myId} />} />
        <Route path="/discover" element={<Discover />} />
        <Route path="/invite/:code" element={<Invite />} />
        <Route path="/settings" element={<SettingsRoute />} />
        <Route path="/sign-in" element={<Continue />} />
        <Route path="/sign-up" element={<Continue />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}

function Continue() {
  return <Navigate to={nextPage(useLocation().search)} replace />;
}

function Discover() {
  return <DiscoverPage onNewRoom={useShell().newRoom} />;
}

function Profile({ myId }: { myId: string }) {
  const { userId = '' } = useParams();
  return userId === myId ? (
    <Navigate to="/settings" replace />
  ) : (
    <ProfilePage key={userId} userId={userId} myId={myId} />
  );
}

function Invite() {
  const { code = '' } = useParams();
  return <InvitePage key={code} code={code} />;
}
