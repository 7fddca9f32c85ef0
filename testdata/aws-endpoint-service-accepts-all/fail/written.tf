resource "aws_vpc_endpoint_service" "clinic" {
  network_load_balancer_arns = ["arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/net/fhir/1"]
  acceptance_required = false # expect: fail
}
