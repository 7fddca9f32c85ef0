variable "sql_password" {}

resource "azurerm_key_vault_key" "data" {
  name         = "data"
  key_vault_id = azurerm_key_vault.clinic.id
  key_type     = "RSA"
  key_size     = 3072
  key_opts     = ["wrapKey", "unwrapKey"]
}

resource "azurerm_postgresql_flexible_server" "ehr" {
  name                   = "clinic-ehr"
  resource_group_name    = "clinic"
  location               = "eastus2"
  version                = "16"
  sku_name               = "GP_Standard_D2s_v3"
  administrator_login    = "clinicadmin"
  administrator_password = var.sql_password

  customer_managed_key {
    key_vault_key_id                  = azurerm_key_vault_key.data.id
    primary_user_assigned_identity_id = azurerm_user_assigned_identity.ehr.id
  }
}

resource "azurerm_cosmosdb_account" "intake" {
  name                = "clinic-intake"
  resource_group_name = "clinic"
  location            = "eastus2"
  offer_type          = "Standard"
  key_vault_key_id    = azurerm_key_vault_key.data.versionless_id
}
