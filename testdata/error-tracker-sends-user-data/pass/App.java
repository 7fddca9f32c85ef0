import io.sentry.Sentry;

class App {
    void start() {
        Sentry.init(options -> {
            options.setSendDefaultPii(false);
        });
    }
}
