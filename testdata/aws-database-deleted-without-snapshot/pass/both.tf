resource "aws_db_instance" "records" {
  engine                    = "postgres"
  final_snapshot_identifier = "records-last"
}

resource "aws_rds_cluster" "billing" {
  engine                    = "aurora-mysql"
  skip_final_snapshot       = false
  final_snapshot_identifier = "billing-last"
}

resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.records.identifier
  skip_final_snapshot = true
}
