resource "aws_neptune_cluster_instance" "cohorts" {
  cluster_identifier  = "cohorts"
  instance_class      = "db.r6g.large"
  publicly_accessible = true # expect: fail
}
