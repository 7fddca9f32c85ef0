resource "azurerm_kubernetes_cluster" "clinic" {
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
  dns_prefix          = "clinic"

  key_vault_secrets_provider {
    secret_rotation_enabled = true
  }
}
