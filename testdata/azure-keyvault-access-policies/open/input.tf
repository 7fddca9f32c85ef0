variable "roles" {}

resource "azurerm_key_vault" "records" {
  name                       = "clinic-records"
  resource_group_name        = "clinic"
  location                   = "eastus2"
  tenant_id                  = data.azurerm_client_config.current.tenant_id
  sku_name                   = "standard"
  rbac_authorization_enabled = var.roles # expect: open
}
