import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'react-redux';
import { nameOf, usersApi } from '@/api/users';
import type { Message } from '@/api/wire';
import { plainText } from '@/lib/markdown';
import { usePreference } from '@/lib/preferences';
import { clockTime } from '@/i18n/format';
import type { BaseState } from '@/realtime/listening';

const GATHER_MS = 800;
const READ_OUT_UP_TO = 3;

/** What a screen reader is told: new messages of others, once, and a burst as a number. Not history, not one's own. */
export function useAnnouncer(messages: Message[], myId: string): string {
  const { t } = useTranslation();
  const store = useStore<BaseState>();
  const wanted = usePreference('announcements') === 'on';
  const [words, setWords] = useState('');
  const heard = useRef(messages.at(-1)?.seq ?? 0);
  const waiting = useRef<Message[]>([]);
  const last = messages.at(-1)?.seq ?? 0;

  useEffect(() => {
    if (last <= heard.current) {
      return;
    }
    const fresh = messages.filter(
      ({ seq, userId, contentType }) => seq > heard.current && userId !== myId && contentType === 'TEXT',
    );
    heard.current = last;
    waiting.current.push(...fresh);
  }, [messages, last, myId]);

  useEffect(() => {
    const timer = setInterval(() => {
      const gathered = waiting.current.splice(0);
      if (gathered.length > READ_OUT_UP_TO) {
        setWords(t('messages.announce.many', { count: gathered.length }));
      } else if (gathered.length > 0) {
        const nameById = (id: string) => nameOf(usersApi.endpoints.user.select(id)(store.getState()).data);
        setWords(
          gathered
            .map((one) => [nameById(one.userId), plainText(one.text ?? ''), clockTime(one.createdAt)].join(', '))
            .join('. '),
        );
      }
    }, GATHER_MS);
    return () => clearInterval(timer);
  }, [store, t]);

  return wanted ? words : '';
}
