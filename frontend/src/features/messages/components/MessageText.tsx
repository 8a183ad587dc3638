import { chakra } from '@chakra-ui/react';
import { memo } from 'react';
import { linkify } from '@/lib/linkify';

/** Text as it was typed: line breaks stay, long words wrap, and each paragraph runs in its own direction. */
export const MessageText = memo(function MessageText({ text }: { text: string }) {
  return (
    <chakra.div
      data-testid="message-text"
      dir="auto"
      whiteSpace="pre-wrap"
      overflowWrap="anywhere"
      css={{ unicodeBidi: 'plaintext' }}
    >
      {linkify(text).map((part, index) =>
        part.kind === 'text' ? (
          part.text
        ) : (
          <chakra.a
            key={index}
            href={part.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            color="accent.fg"
            textDecoration="underline"
            textUnderlineOffset="2px"
          >
            {part.text}
          </chakra.a>
        ),
      )}
    </chakra.div>
  );
});
