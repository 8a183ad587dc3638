import { Box, Menu, Portal } from '@chakra-ui/react';
import type { ReactElement, ReactNode } from 'react';

export interface MenuAction {
  id: string;
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  testId?: string;
  onSelect: () => void;
}

interface ActionMenuProps {
  trigger: ReactElement;
  /** Falsy ones are left out: what one may not do is not offered. */
  actions: (MenuAction | false | undefined)[];
}

export function ActionMenu({ trigger, actions }: ActionMenuProps) {
  const offered = actions.filter((action): action is MenuAction => Boolean(action));
  return (
    <Menu.Root
      positioning={{ placement: 'bottom-end' }}
      onSelect={({ value }) => offered.find(({ id }) => id === value)?.onSelect()}
    >
      <Menu.Trigger asChild>{trigger}</Menu.Trigger>
      <Portal>
        <Menu.Positioner>
          <Menu.Content borderWidth="1px" minW="48">
            {offered.map(({ id, label, icon, danger, testId }) => (
              <Menu.Item
                key={id}
                value={id}
                data-testid={testId}
                color={danger ? 'fg.error' : undefined}
                cursor="pointer"
                minH="9"
                css={{ '@media (pointer: coarse)': { minHeight: 'touch' } }}
              >
                {icon}
                <Box flex="1">{label}</Box>
              </Menu.Item>
            ))}
          </Menu.Content>
        </Menu.Positioner>
      </Portal>
    </Menu.Root>
  );
}
