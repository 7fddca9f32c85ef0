variable "purge_protection" {}

resource "azurerm_key_vault" "records" {
  name                     = "clinic-records"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  tenant_id                = data.azurerm_client_config.current.tenant_id
  sku_name                 = "standard"
  purge_protection_enabled = var.purge_protection # expect: open
}
