variable "skip" {
  type = bool
}

resource "aws_db_instance" "records" {
  engine              = "postgres"
  skip_final_snapshot = var.skip # expect: open
}
