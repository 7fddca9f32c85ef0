resource "aws_api_gateway_method_settings" "written" {
  rest_api_id = "a1b2c3d4e5"
  stage_name  = "prod"
  method_path = "*/*"

  settings {
    caching_enabled      = true
    cache_data_encrypted = false # expect: fail
  }
}

resource "aws_api_gateway_method_settings" "absent" {
  rest_api_id = "a1b2c3d4e5"
  stage_name  = "test"
  method_path = "*/*"

  settings { # expect: fail
    caching_enabled = true
  }
}

resource "aws_api_gateway_stage" "alone" { # expect: fail
  rest_api_id           = "a1b2c3d4e5"
  deployment_id         = "f6g7h8"
  stage_name            = "alone"
  cache_cluster_enabled = true
  cache_cluster_size    = "0.5"
}
