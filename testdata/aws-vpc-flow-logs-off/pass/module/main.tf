module "network" {
  source = "./network"
}

resource "aws_flow_log" "clinic" {
  vpc_id          = module.network.vpc_id
  traffic_type    = "ALL"
  log_destination = "arn:aws:s3:::clinic-flows"
}
