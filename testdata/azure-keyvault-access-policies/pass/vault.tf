resource "azurerm_key_vault" "records" {
  name                       = "clinic-records"
  resource_group_name        = "clinic"
  location                   = "eastus2"
  tenant_id                  = data.azurerm_client_config.current.tenant_id
  sku_name                   = "standard"
  rbac_authorization_enabled = true
}

resource "azurerm_key_vault" "tools" {
  name                      = "clinic-tools"
  resource_group_name       = "clinic"
  location                  = "eastus2"
  tenant_id                 = data.azurerm_client_config.current.tenant_id
  sku_name                  = "standard"
  enable_rbac_authorization = true
}
