import { Box, Flex } from '@chakra-ui/react';
import { Upload } from 'lucide-react';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAttach } from '@/features/messages/media/useAttach';

interface DropZoneProps {
  roomId: string;
  title: string;
  disabled: boolean;
  children: ReactNode;
}

/** Takes files that are dragged onto the room. */
export function DropZone({ roomId, title, disabled, children }: DropZoneProps) {
  const { t } = useTranslation();
  const attach = useAttach(roomId);
  const [over, setOver] = useState(false);
  // Entering a child comes before leaving its parent.
  const depth = useRef(0);
  const hasFiles = (event: DragEvent) => !disabled && event.dataTransfer.types.includes('Files');
  const leave = () => {
    depth.current = 0;
    setOver(false);
  };
  return (
    <Flex
      direction="column"
      flex="1"
      minH="0"
      minW="0"
      position="relative"
      data-testid="drop-zone"
      onDragEnter={(event) => {
        if (hasFiles(event)) {
          depth.current += 1;
          setOver(true);
        }
      }}
      onDragOver={(event) => hasFiles(event) && event.preventDefault()}
      onDragLeave={() => {
        depth.current -= 1;
        if (depth.current <= 0) {
          leave();
        }
      }}
      onDrop={(event) => {
        if (hasFiles(event)) {
          event.preventDefault();
          attach([...event.dataTransfer.files]);
        }
        leave();
      }}
    >
      {children}
      {over && (
        <Box
          position="absolute"
          inset="2"
          zIndex="overlay"
          display="flex"
          flexDirection="column"
          gap="3"
          alignItems="center"
          justifyContent="center"
          borderWidth="2px"
          borderStyle="dashed"
          borderColor="accent.solid"
          borderRadius="l3"
          bg="bg/95"
          pointerEvents="none"
          textStyle="lg"
          p="4"
          textAlign="center"
          data-testid="drop-here"
        >
          <Upload size={28} aria-hidden />
          {t('media.dropHere', { name: title })}
        </Box>
      )}
    </Flex>
  );
}
