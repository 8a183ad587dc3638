import { useState, type ReactNode } from 'react';
import type { Message } from '@/api/wire';
import { ImageViewer } from '@/features/messages/media/ImageViewer';
import { ViewerContext } from '@/features/messages/media/viewerContext';

/** Lets the messages below open their images, and go from one to the next. */
export function ViewerProvider({ messages, children }: { messages: Message[] | undefined; children: ReactNode }) {
  const [seq, setSeq] = useState<number>();
  const images = seq === undefined ? [] : (messages ?? []).filter(({ media }) => media?.width !== undefined);
  const at = images.findIndex((message) => message.seq === seq);
  const media = images[at]?.media;
  const go = (step: number) => setSeq(images[at + step]?.seq ?? seq);
  return (
    <ViewerContext value={setSeq}>
      {children}
      {media && (
        <ImageViewer
          key={media.id}
          media={media}
          onClose={() => setSeq(undefined)}
          onPrevious={at > 0 ? () => go(-1) : undefined}
          onNext={at < images.length - 1 ? () => go(1) : undefined}
        />
      )}
    </ViewerContext>
  );
}
