import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    void signIn(User user, Token token) {
        LOG.info("token of {}", token.getSubject());
        LOG.debug("password missing: {}", user.hasPassword());
    }
}
