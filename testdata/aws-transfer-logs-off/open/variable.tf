variable "choice" { type = list(string) }

resource "aws_transfer_server" "clinic" {
  protocols = ["SFTP"]
  structured_log_destinations = var.choice # expect: open
}
