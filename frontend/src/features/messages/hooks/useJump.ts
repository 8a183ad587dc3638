import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDispatch } from 'react-redux';
import { asProblem } from '@/api/problem';
import type { Room } from '@/api/wire';
import { say } from '@/components/ui/notices';
import { problemText } from '@/i18n/problemText';
import { messagesApi, usePassageMutation } from '@/features/messages/api';
import type { Stretch } from '@/features/messages/hooks/useStretch';
import { leavePassage, readOf, type RoomLog } from '@/features/messages/log';
import type { Shown } from '@/features/messages/rows';
import type { ScrollKeeper } from '@/features/messages/scrollKeeper';
import type { BaseDispatch } from '@/realtime/listening';

interface JumpOptions {
  room: Room;
  log: RoomLog;
  shown: Shown[];
  stretch: Stretch;
  scroll: ScrollKeeper;
}

const HIGHLIGHT_MS = 2_000;
const holds = ({ messages }: { messages: { seq: number }[] }, wanted: number) =>
  messages.some(({ seq }) => seq === wanted);

/** Goes to a message by its number, fetching what stands around it if need be, and lets it light up. */
export function useJump({ room, log, shown, stretch, scroll }: JumpOptions) {
  const { t } = useTranslation();
  const dispatch = useDispatch<BaseDispatch>();
  const [fetchPassage, { isLoading }] = usePassageMutation();
  const [target, setTarget] = useState<number>();
  const [highlighted, setHighlighted] = useState<number>();
  const latest = useRef({ stretch, wanted: target });
  useEffect(() => {
    latest.current.stretch = stretch;
  });
  const key = target === undefined ? undefined : shown.find(({ seq }) => seq === target)?.key;

  useEffect(() => {
    if (key === undefined) {
      return;
    }
    latest.current.stretch.include(key);
    const frame = requestAnimationFrame(() => {
      scroll.toRow(key);
      setHighlighted(target);
      setTarget(undefined);
    });
    return () => cancelAnimationFrame(frame);
  }, [key, scroll, target]);

  useEffect(() => {
    if (highlighted === undefined) {
      return;
    }
    const timer = setTimeout(() => setHighlighted(undefined), HIGHLIGHT_MS);
    return () => clearTimeout(timer);
  }, [highlighted]);

  const leave = () =>
    void dispatch(messagesApi.util.updateQueryData('log', room.id, (held) => leavePassage(held as RoomLog)));

  const bring = async (seq: number) => {
    const { id: roomId, firstSeq } = room;
    let trouble: string | undefined;
    try {
      const found = await fetchPassage({ roomId, seq, firstSeq }).unwrap();
      trouble = found ? undefined : t('messages.notThere');
    } catch (reason) {
      trouble = problemText(t, asProblem(reason));
    }
    if (trouble !== undefined && latest.current.wanted === seq) {
      setTarget(undefined);
      say(trouble);
    }
  };

  const jump = (seq: number) => {
    latest.current.wanted = seq;
    setTarget(seq);
    if (holds(readOf(log), seq)) {
      return;
    }
    if (holds(log, seq)) {
      leave();
    } else {
      void bring(seq);
    }
  };
  return { jump, highlighted, leave, isLoading };
}
