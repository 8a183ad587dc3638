package chat.parley.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does things at the same time. */
public final class Together {
    private Together() {}

    /** Calls with 0, 1, ... on as many threads, which all start at once; the answers in that order. */
    public static <T> List<T> call(int times, IntFunction<T> call) {
        CyclicBarrier start = new CyclicBarrier(times);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> answers = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                answers.add(threads.submit(() -> {
                    start.await();
                    return call.apply(number);
                }));
            }
            return answers.stream().map(Together::get).toList();
        }
    }

    private static <T> T get(Future<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
