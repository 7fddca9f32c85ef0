import org.apache.commons.net.ftp.FTPSClient;

class Lab {
    Object a() { return new FTPSClient(); }
}
