import { Box, chakra } from '@chakra-ui/react';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';

interface SidebarLinkProps {
  to: string;
  icon: ReactNode;
  label: string;
  testId: string;
  children?: ReactNode;
}

export function SidebarLink({ to, icon, label, testId, children }: SidebarLinkProps) {
  return (
    <chakra.div css={look}>
      <NavLink to={to} data-testid={testId} className="link">
        {icon}
        <Box flex="1">{label}</Box>
        {children}
      </NavLink>
    </chakra.div>
  );
}

const look = {
  '& .link': {
    display: 'flex',
    alignItems: 'center',
    gap: '3',
    paddingInline: '3',
    minHeight: '9',
    borderRadius: 'lg',
    color: 'fg.muted',
    fontWeight: 'medium',
    fontSize: 'md',
  },
  '& .link:hover': { bg: 'bg.muted' },
  '& .link.active': { bg: 'accent.subtle', color: 'accent.fg' },
  '@media (pointer: coarse)': { '& .link': { minHeight: 'touch' } },
};
