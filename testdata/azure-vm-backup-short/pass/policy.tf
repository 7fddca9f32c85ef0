resource "azurerm_backup_policy_vm" "daily" {
  name                = "daily"
  resource_group_name = "clinic"
  recovery_vault_name = azurerm_recovery_services_vault.clinic.name

  retention_daily {
    count = 35
  }
}

resource "azurerm_backup_policy_vm" "longer" {
  name                = "longer"
  resource_group_name = "clinic"
  recovery_vault_name = azurerm_recovery_services_vault.clinic.name

  retention_daily {
    count = 7
  }

  retention_weekly {
    count    = 12
    weekdays = ["Sunday"]
  }
}
