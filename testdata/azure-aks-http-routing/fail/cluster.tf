resource "azurerm_kubernetes_cluster" "clinic" {
  name                             = "clinic"
  resource_group_name              = "clinic"
  location                         = "eastus2"
  dns_prefix                       = "clinic"
  http_application_routing_enabled = true # expect: fail
}
