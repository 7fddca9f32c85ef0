resource "aws_db_instance" "records" {
  engine            = "postgres"
  storage_encrypted = "true"
}

resource "aws_db_instance" "reports" {
  instance_class      = "db.t4g.medium"
  replicate_source_db = aws_db_instance.records.identifier
}

resource "aws_db_instance" "rehearsal" {
  instance_class = "db.t4g.medium"

  restore_to_point_in_time {
    source_db_instance_identifier = "clinic-records"
    use_latest_restorable_time    = true
  }
}
