resource "google_dataflow_job" "claims" {
  name             = "claims"
  ip_configuration = "WORKER_IP_PUBLIC" # expect: fail
}

resource "google_workbench_instance" "research" { # expect: fail
  name = "research"
}
