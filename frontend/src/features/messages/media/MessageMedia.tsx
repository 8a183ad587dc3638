import { Box, Button, chakra, Flex } from '@chakra-ui/react';
import { Download, File as FileIcon, ImageOff, Play } from 'lucide-react';
import { useContext, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMediaLinkMutation } from '@/api/media';
import type { Media } from '@/api/wire';
import { sizeText } from '@/components/media/sizeText';
import { useMediaUrl } from '@/components/media/useMediaUrl';
import { fitted } from '@/features/messages/media/fitted';
import { ViewerContext } from '@/features/messages/media/viewerContext';

interface MessageMediaProps {
  media: Media;
  seq: number | undefined;
}

/** The file that a message brings: a picture is shown, sound and film are played, everything else is saved. */
export function MessageMedia({ media, seq }: MessageMediaProps) {
  if (media.width && media.height) {
    return <ImageTile media={media} seq={seq} />;
  }
  return media.mime.startsWith('audio/') || media.mime.startsWith('video/') ? (
    <Player media={media} />
  ) : (
    <FileCard media={media} />
  );
}

function ImageTile({ media, seq }: MessageMediaProps) {
  const { t } = useTranslation();
  const open = useContext(ViewerContext);
  const moves = media.mime === 'image/gif' && !stillWanted();
  const found = useMediaUrl(moves ? media.url : (media.thumbnailUrl ?? media.url));
  const { width, height } = fitted(media.width ?? 1, media.height ?? 1);
  return (
    <chakra.button
      type="button"
      data-testid="image"
      aria-label={t('media.open', { name: media.fileName })}
      display="block"
      maxW="100%"
      my="1"
      borderRadius="l2"
      overflow="hidden"
      bg="bg.muted"
      cursor="zoom-in"
      // The place is kept before anything is loaded: nothing below it moves.
      style={{ width, aspectRatio: `${width} / ${height}` }}
      onClick={() => seq !== undefined && open(seq)}
    >
      {found.state === 'there' && (
        <chakra.img
          src={found.url}
          alt={t('media.image', { name: media.fileName })}
          w="100%"
          h="100%"
          objectFit="cover"
          draggable={false}
        />
      )}
      {found.state === 'missing' && (
        <Flex w="100%" h="100%" align="center" justify="center" gap="2" color="fg.muted" textStyle="xs" p="2">
          <ImageOff size={16} aria-hidden /> {t('media.missing')}
        </Flex>
      )}
    </chakra.button>
  );
}

const stillWanted = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Plays from an address of its own, so that the browser fetches only what it needs, and nothing before one asks. */
function Player({ media }: { media: Media }) {
  const { t } = useTranslation();
  const [link, { isLoading, isError }] = useMediaLinkMutation();
  const [source, setSource] = useState<string>();
  const video = media.mime.startsWith('video/');
  const play = async () => setSource((await link(media.id)).data?.url);
  if (source) {
    return video ? (
      <chakra.video src={source} controls autoPlay maxW="min(100%, 480px)" maxH="360px" borderRadius="l2" my="1" />
    ) : (
      <chakra.audio src={source} controls autoPlay w="min(100%, 360px)" my="1" />
    );
  }
  return (
    <Card media={media} missing={isError}>
      <Button
        size="sm"
        variant="outline"
        loading={isLoading}
        data-testid="play"
        aria-label={t('media.play', { name: media.fileName })}
        onClick={() => void play()}
      >
        <Play />
      </Button>
      <Save media={media} />
    </Card>
  );
}

function FileCard({ media }: { media: Media }) {
  return (
    <Card media={media}>
      <Save media={media} />
    </Card>
  );
}

function Save({ media }: { media: Media }) {
  const { t } = useTranslation();
  const [link, { isLoading }] = useMediaLinkMutation();
  const save = async () => {
    const { data } = await link(media.id);
    if (data) {
      const anchor = document.createElement('a');
      anchor.href = data.url;
      anchor.download = media.fileName;
      anchor.click();
    }
  };
  return (
    <Button
      size="sm"
      variant="outline"
      loading={isLoading}
      data-testid="download"
      aria-label={t('media.download', { name: media.fileName })}
      title={t('media.download', { name: media.fileName })}
      onClick={() => void save()}
    >
      <Download />
    </Button>
  );
}

function Card({ media, missing, children }: { media: Media; missing?: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Flex
      data-testid="file-card"
      align="center"
      gap="3"
      my="1"
      p="2.5"
      borderWidth="1px"
      borderRadius="l2"
      w="min(100%, 24rem)"
      bg="bg.subtle"
    >
      <FileIcon size={22} aria-hidden />
      <Box flex="1" minW="0">
        <Box truncate title={media.fileName}>
          <bdi>{media.fileName}</bdi>
        </Box>
        <Box color={missing ? 'fg.error' : 'fg.muted'} textStyle="xs">
          {missing ? t('media.missing') : sizeText(t, media.size)}
        </Box>
      </Box>
      {children}
    </Flex>
  );
}
