resource "aws_rds_cluster" "records" {
  engine                          = "aurora-mysql"
  engine_version                  = "8.0.mysql_aurora.3.04.0"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.records.id
}
