import { chakra } from '@chakra-ui/react';
import { Paperclip } from 'lucide-react';
import { useRef, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/ui/IconButton';

/** Opens the browser's own way to choose files. */
export function AttachButton({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <chakra.input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="attach-input"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <IconButton
        label={t('media.attach')}
        data-testid="attach"
        boxSize={{ base: 'touch', md: '9' }}
        mb={{ base: '0', md: '1' }}
        onClick={() => input.current?.click()}
      >
        <Paperclip />
      </IconButton>
    </>
  );
}

/** A picture in the clipboard is sent; text beside it, as programs for tables put it there, is what was meant. */
export function pasted(event: ClipboardEvent, onFiles: (files: Iterable<File>) => void): void {
  const files = [...event.clipboardData.files];
  if (files.length > 0 && event.clipboardData.getData('text/plain') === '') {
    event.preventDefault();
    onFiles(files);
  }
}
