resource "aws_msk_cluster" "clinic" { # expect: fail
  cluster_name           = "clinic"
  kafka_version          = "3.6.0"
  number_of_broker_nodes = 3
}
