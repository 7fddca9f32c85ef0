resource "aws_db_instance" "rehearsal" { # expect: open
  instance_class      = "db.t4g.large"
  snapshot_identifier = "records-monday"
}
