import { Box, chakra } from '@chakra-ui/react';
import { memo, useEffect, useMemo, type MouseEvent, type ReactNode } from 'react';
import { useDispatch, useSelector } from 'react-redux';
import { useNavigate } from 'react-router';
import { selectMyId } from '@/api/session';
import { usersApi } from '@/api/users';
import type { Message } from '@/api/wire';
import { parseMarkdown, type Block, type Inline } from '@/lib/markdown';
import { pathWithin } from '@/features/messages/links';
import type { BaseDispatch, BaseState } from '@/realtime/listening';

interface MessageTextProps {
  text: string;
  mentions?: Message['mentions'];
}

const EVERYBODY = 'all';

/** A message as its author meant it: line breaks stay, long words wrap, each paragraph runs in its own direction. */
export const MessageText = memo(function MessageText({ text, mentions }: MessageTextProps) {
  const named = useNames(mentions);
  const blocks = useMemo(() => parseMarkdown(text, [...named.keys()]), [text, named]);
  const myId = useSelector((state: BaseState) => selectMyId(state));
  const draw: Draw = { named, isMe: (id) => id === myId || id === EVERYBODY };
  const [only] = blocks;
  if (only?.kind === 'paragraph' && blocks.length === 1) {
    // Most messages: one element is enough.
    return (
      <Box data-testid="message-text" overflowWrap="anywhere" {...flowing}>
        {inline(only.parts, draw)}
      </Box>
    );
  }
  return (
    <Box data-testid="message-text" overflowWrap="anywhere">
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} draw={draw} />
      ))}
    </Box>
  );
});

const flowing = { dir: 'auto', whiteSpace: 'pre-wrap', css: { unicodeBidi: 'plaintext' } } as const;

interface Draw {
  /** Whom a user name stands for, in lower case. */
  named: Map<string, string>;
  isMe: (userId: string) => boolean;
}

/** The user names of those whom the server found in the text. */
function useNames(mentions: Message['mentions']): Map<string, string> {
  const ids = mentions?.userIds ?? NOBODY;
  const dispatch = useDispatch<BaseDispatch>();
  useEffect(() => {
    const asked = ids.map((id) => dispatch(usersApi.endpoints.user.initiate(id)));
    return () => asked.forEach((one) => one.unsubscribe());
  }, [dispatch, ids]);
  const states = useSelector((state: BaseState) =>
    ids.map((id) => usersApi.endpoints.user.select(id)(state).data?.username ?? '').join('\n'),
  );
  const all = mentions?.all === true;
  return useMemo(() => {
    const names = new Map<string, string>();
    states.split('\n').forEach((name, index) => name && names.set(name.toLowerCase(), ids[index] ?? ''));
    if (all) {
      names.set(EVERYBODY, EVERYBODY);
    }
    return names;
  }, [states, ids, all]);
}

const NOBODY: string[] = [];

function BlockView({ block, draw }: { block: Block; draw: Draw }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <Box {...flowing} _notLast={{ mb: '1' }}>
          {inline(block.parts, draw)}
        </Box>
      );
    case 'code':
      return (
        <chakra.pre
          dir="ltr"
          my="1"
          px="3"
          py="2"
          borderRadius="l2"
          borderWidth="1px"
          bg="bg.muted"
          fontFamily="mono"
          fontSize="sm"
          lineHeight="1.5"
          whiteSpace="pre-wrap"
          overflowWrap="anywhere"
        >
          <code>{block.text}</code>
        </chakra.pre>
      );
    case 'quote':
      return (
        <chakra.blockquote my="1" ps="3" borderStartWidth="3px" borderColor="border.emphasized" color="fg.muted">
          {block.blocks.map((inner, index) => (
            <BlockView key={index} block={inner} draw={draw} />
          ))}
        </chakra.blockquote>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <chakra.li key={index} dir="auto" whiteSpace="pre-wrap">
          {inline(item, draw)}
        </chakra.li>
      ));
      return block.ordered ? (
        <chakra.ol start={block.start} my="1" ps="6" listStyleType="decimal">
          {items}
        </chakra.ol>
      ) : (
        <chakra.ul my="1" ps="5" listStyleType="disc">
          {items}
        </chakra.ul>
      );
    }
  }
}

const inline = (parts: Inline[], draw: Draw): ReactNode[] =>
  parts.map((part, index) => <InlineView key={index} part={part} draw={draw} />);

function InlineView({ part, draw }: { part: Inline; draw: Draw }) {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'strong':
      return <chakra.strong fontWeight="bold">{inline(part.parts, draw)}</chakra.strong>;
    case 'emphasis':
      return <em>{inline(part.parts, draw)}</em>;
    case 'strike':
      return <s>{inline(part.parts, draw)}</s>;
    case 'code':
      return (
        <chakra.code px="1" py="0.5" borderRadius="sm" bg="bg.muted" fontFamily="mono" fontSize="0.9em">
          {part.text}
        </chakra.code>
      );
    case 'link':
      return <TextLink href={part.href}>{inline(part.parts, draw)}</TextLink>;
    case 'mention':
      return <MentionView text={part.text} userId={draw.named.get(part.name) ?? ''} isMe={draw.isMe} />;
  }
}

/** What is ours opens here, everything else beside. */
function TextLink({ href, children }: { href: string; children: ReactNode }) {
  const navigate = useNavigate();
  const within = pathWithin(href);
  const follow = (event: MouseEvent) => {
    const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (within !== undefined && !elsewhere) {
      event.preventDefault();
      void navigate(within);
    }
  };
  return (
    <chakra.a
      href={href}
      title={href}
      target={within === undefined ? '_blank' : undefined}
      rel="noopener noreferrer nofollow"
      color="accent.fg"
      textDecoration="underline"
      textUnderlineOffset="2px"
      onClick={follow}
    >
      {children}
    </chakra.a>
  );
}

function MentionView({ text, userId, isMe }: { text: string; userId: string; isMe: Draw['isMe'] }) {
  const mine = isMe(userId);
  return (
    <chakra.bdi
      data-testid="mention"
      data-mine={mine || undefined}
      px="1"
      borderRadius="sm"
      fontWeight="medium"
      color={mine ? 'accent.contrast' : 'accent.fg'}
      bg={mine ? 'accent.solid' : 'accent.subtle'}
    >
      {text}
    </chakra.bdi>
  );
}
