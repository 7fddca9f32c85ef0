resource "kubernetes_role_binding_v1" "pods" {
  metadata {
    name = "pods"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "Role"
    name      = "reader"
  }
  subject {
    kind = "Group"
    name = "system:serviceaccounts" # expect: fail
  }
}
