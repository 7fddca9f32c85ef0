resource "azurerm_kubernetes_cluster" "clinic" {
  name                 = "clinic"
  resource_group_name  = "clinic"
  location             = "eastus2"
  dns_prefix           = "clinic"
  azure_policy_enabled = true
}
