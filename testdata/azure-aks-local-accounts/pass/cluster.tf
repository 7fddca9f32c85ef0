resource "azurerm_kubernetes_cluster" "clinic" {
  name                   = "clinic"
  resource_group_name    = "clinic"
  location               = "eastus2"
  dns_prefix             = "clinic"
  local_account_disabled = true

  azure_active_directory_role_based_access_control {
    azure_rbac_enabled = true
  }
}
