import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    void signIn(User user, String accessToken) {
        LOG.info("token {}", accessToken); // expect: fail
        LOG.debug("signing in " + user.getPassword()); // expect: fail
    }
}
