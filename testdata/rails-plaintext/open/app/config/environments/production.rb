Rails.application.configure do
  config.force_ssl = true if ENV["TLS"] # expect: open
end
