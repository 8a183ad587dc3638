import { Box, Button, chakra, Flex, VisuallyHidden } from '@chakra-ui/react';
import { Search, SearchX } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFindUsersQuery } from '@/api/users';
import type { User } from '@/api/wire';
import { Page } from '@/components/layouts/Page';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorNote } from '@/components/ui/ErrorNote';
import { RowsSkeleton } from '@/components/ui/Rows';
import { SearchField } from '@/components/ui/SearchField';
import { parse, type Ask, type Filter, type Rewrite } from '@/features/search/ask';
import { useSearchMessagesInfiniteQuery } from '@/features/search/api';
import { FilterBar } from '@/features/search/components/FilterBar';
import { ResultRow } from '@/features/search/components/ResultRow';
import { personCalled, resolve, type Place } from '@/features/search/resolve';
import { useSettled } from '@/lib/hooks';

interface SearchPageProps {
  text: string;
  onText: (rewrite: Rewrite) => void;
  rooms: Place[];
  /** Those one most likely looks for. */
  people: User[];
  /** Where a message stands. */
  addressOf: AddressOf;
}

type AddressOf = (roomId: string, seq: number) => string;

/** Everything one may read, by words and filters. */
export function SearchPage({ text, onText, rooms, people, addressOf }: SearchPageProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const typed = parse(useSettled(text));
  const author = typed.filters.find(({ name }) => name === 'from')?.value.replace(/^@/u, '') ?? '';
  const stranger = author !== '' && !personCalled(people, author);
  const { data: found = [], isFetching: looking } = useFindUsersQuery(author, { skip: !stranger });
  const { ask, wrong } = resolve(typed, rooms, stranger ? [...people, ...found] : people);
  const asksNothing = ask !== undefined && ask.has.length === 0 && Object.keys(ask).length === 1;

  return (
    <Page
      title={t('search.title')}
      toolbar={
        <Box role="search" onKeyDown={(event) => isSearchField(event.target) && walk(event, list.current)}>
          <SearchField
            label={t('search.label')}
            value={text}
            onChange={(typed) => onText(() => typed)}
            testId="search-text"
            autoFocus
          />
          <FilterBar text={text} onText={onText} rooms={rooms} people={people} />
        </Box>
      }
    >
      <Box ref={list} onKeyDown={(event) => walk(event, list.current)}>
        {asksNothing && (
          <EmptyState compact icon={<Search size={22} />} title={t('search.emptyTitle')} text={t('search.emptyText')}>
            <Examples onChoose={(example) => onText((held) => `${held.trimEnd()} ${example}`.trimStart())} />
          </EmptyState>
        )}
        {wrong && looking && <RowsSkeleton rows={3} />}
        {wrong && !looking && <Wrong filter={wrong} />}
        {ask && !asksNothing && <Results ask={ask} rooms={rooms} addressOf={addressOf} />}
      </Box>
    </Page>
  );
}

const EXAMPLES = ['words', 'from', 'in', 'before', 'after', 'has'] as const;

/** What can be typed; pressed, it is. */
function Examples({ onChoose }: { onChoose: (example: string) => void }) {
  const { t } = useTranslation();
  return (
    <chakra.ul
      listStyleType="none"
      textAlign="start"
      textStyle="sm"
      display="grid"
      gridTemplateColumns="auto 1fr"
      columnGap="3"
      rowGap="2"
      alignItems="center"
    >
      {EXAMPLES.map((name) => {
        const example = t(`search.examples.${name}`);
        return (
          <chakra.li key={name} display="contents">
            <chakra.button
              type="button"
              fontFamily="mono"
              textStyle="xs"
              px="2"
              minH="7"
              justifySelf="start"
              borderRadius="l1"
              bg="bg.muted"
              cursor="pointer"
              whiteSpace="nowrap"
              css={{ '@media (pointer: coarse)': { minHeight: 'touch' } }}
              _hover={{ bg: 'accent.subtle' }}
              onClick={() => {
                onChoose(name === 'words' ? example : `${name}:`);
                document.querySelector<HTMLInputElement>('[data-testid="search-text"]')?.focus();
              }}
            >
              {example}
            </chakra.button>
            <Box color="fg.muted">{t(`search.means.${name}`)}</Box>
          </chakra.li>
        );
      })}
    </chakra.ul>
  );
}

function Wrong({ filter: { name, value } }: { filter: Filter }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      compact
      icon={<SearchX size={22} />}
      title={t(`search.wrong.${name}`, { value })}
      text={t('search.wrong.text')}
    />
  );
}

function Results({ ask, rooms, addressOf }: { ask: Ask; rooms: Place[]; addressOf: AddressOf }) {
  const { t } = useTranslation();
  const { currentData, error, isFetching, hasNextPage, fetchNextPage, refetch } = useSearchMessagesInfiniteQuery(ask);
  const hits = currentData?.pages.flatMap(({ items }) => items);
  const titles = new Map(rooms.map(({ id, title }) => [id, title]));
  return (
    <>
      <VisuallyHidden role="status">{hits && !isFetching && t('search.count', { count: hits.length })}</VisuallyHidden>
      {hits?.map((hit) => (
        <ResultRow
          key={hit.message.id}
          hit={hit}
          room={titles.get(hit.message.roomId) ?? t('people.unknown')}
          to={addressOf(hit.message.roomId, hit.message.seq)}
        />
      ))}
      {isFetching && <RowsSkeleton rows={hits ? 2 : 5} />}
      <ErrorNote error={error} onRetry={() => void (hits ? fetchNextPage() : refetch())} />
      {hits?.length === 0 && !isFetching && !error && !hasNextPage && (
        <EmptyState compact icon={<SearchX size={22} />} title={t('search.none')} text={t('search.noneText')} />
      )}
      {hasNextPage && !isFetching && !error && (
        <Flex justify="center" py="4">
          <Button variant="outline" onClick={() => void fetchNextPage()} data-testid="search-more">
            {t('search.more')}
          </Button>
        </Flex>
      )}
    </>
  );
}

const STEPS: Record<string, number | undefined> = { ArrowDown: 1, ArrowUp: -1 };

const isSearchField = (target: EventTarget) => target instanceof HTMLInputElement && target.type === 'search';

/** Arrows go from result to result. */
function walk(event: KeyboardEvent, list: HTMLElement | null): void {
  const step = STEPS[event.key];
  if (step === undefined || !list) {
    return;
  }
  const rows = [...list.querySelectorAll<HTMLElement>('[data-testid="search-hit"]')];
  const next = rows[rows.findIndex((row) => row === document.activeElement) + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}
